"""Signing in and out, and what is said to a form that neither tells."""

from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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


def form_not_trusted(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - given by name
    """Refuse a form without this browser's secret: who sent it was signed out since, or signed in anew.

    Scripts are told by a header where to sign in; they keep what was typed until then.
    """
    response = render(request, "403_csrf.html", status=403)
    response["Sign-In-At"] = reverse("login")
    return response
