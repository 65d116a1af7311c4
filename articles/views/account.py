"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView

sign_in = LoginView.as_view(template_name="registration/login.html", redirect_authenticated_user=True)
"""Ask for name and password and return to ``next``, if that is a page of ours."""

sign_out = LogoutView.as_view()
"""End the session; by POST only, so that no link or image can do it."""
