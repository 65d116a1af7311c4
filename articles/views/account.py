"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import reverse


class SignIn(LoginView):
    """Ask for name and password and return to ``next``, if that is another page of ours."""

    template_name = "registration/login.html"
    redirect_authenticated_user = True

    def get_success_url(self) -> str:
        # The link to sign in stands on this page too, and to come back here would go round for ever.
        back = super().get_success_url()
        return self.get_default_redirect_url() if back.startswith(reverse("login")) else back


sign_in = SignIn.as_view()

sign_out = LogoutView.as_view()
"""End the session; by POST only, so that no link or image can do it."""
