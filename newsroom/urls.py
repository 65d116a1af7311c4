"""The site's addresses: the product at the root, the admin panel under /admin/."""

from django.contrib import admin
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from newsroom.health import healthz

# Browsers ask for this address on pages that name no icon, such as the admin panel's.
favicon = RedirectView.as_view(url=lazy(static, str)("favicon.svg"))

urlpatterns = [
    path("admin/", admin.site.urls),
    path("favicon.ico", favicon),
    path("healthz", healthz, name="healthz"),
    path("", include("articles.urls")),
]

handler400 = "articles.views.errors.bad_request"
