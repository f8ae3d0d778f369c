"""What browsers are told to allow: to visitors' pages as little as possible, to Wagtail's admin what it needs."""

from csp.constants import NONE, SELF, UNSAFE_INLINE

# No exception at all: everything a visitor's page needs lies in files of this site.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],  # editors see previews in a frame
        "object-src": [NONE],
    }
}

# Wagtail writes script and style into its pages, and shows images before they are uploaded.
ADMIN_CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        **CONTENT_SECURITY_POLICY["DIRECTIVES"],
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
    }
}

# Nothing here uses any of these, so no script that slips in may either.
PERMISSIONS_POLICY = {
    feature: []
    for feature in (
        "accelerometer",
        "autoplay",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
}
