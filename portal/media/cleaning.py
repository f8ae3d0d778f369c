"""Takes out of a picture what nobody sees: where and with what it was taken, comments, thumbnails, editing history.

A file that holds nothing of the kind is left as it is, byte for byte. Any other is written anew: its pixels turned
upright as its orientation said, its colour profile and all its frames kept.
"""

from io import BytesIO

from PIL import Image, ImageOps, JpegImagePlugin

# What Pillow reports of a file and what is needed to show it. Anything else makes it be written anew.
HARMLESS = {
    *("icc_profile", "transparency", "gamma", "srgb", "chromaticity", "dpi", "aspect", "interlace", "version"),
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform", "progressive", "progression"),
    *("duration", "loop", "background", "timestamp", "default_image", "disposal", "blend", "bbox"),
}
HARMLESS_SEGMENTS = {"APP0", "APP2", "APP14"}  # of a JPEG: format, colour profile, colour transform
QUALITY = 90  # where a lossy picture cannot keep the tables that it was compressed with


def without_hidden_data(content: bytes) -> bytes:
    """Return the picture without hidden data. Raises what Pillow raises on a broken one, mostly OSError."""
    with Image.open(BytesIO(content)) as picture:
        picture.load()  # a PNG may tell more behind its pixels
        return _written_anew(picture) if _has_hidden_data(picture) else content


def _has_hidden_data(picture: Image.Image) -> bool:
    segments = {name for name, _data in getattr(picture, "applist", [])}
    extension = picture.info.get("extension", (b"NETSCAPE2.0", 0))[0]  # of a GIF: how often it is repeated
    return bool(
        set(picture.info) - HARMLESS - {"extension"}
        or segments - HARMLESS_SEGMENTS
        or not extension.startswith(b"NETSCAPE2.0")
    )


def _written_anew(picture: Image.Image) -> bytes:
    is_animated = getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO"
    options = {"icc_profile": picture.info.get("icc_profile"), **_options(picture)}
    written = "JPEG" if picture.format == "MPO" else picture.format  # a phone's JPEG with a second picture behind it
    picture = picture if is_animated else _bare(ImageOps.exif_transpose(picture))
    out = BytesIO()
    picture.save(out, written, save_all=is_animated, exif=b"", **options)
    return out.getvalue()


def _bare(picture: Image.Image) -> Image.Image:
    picture.info = {name: value for name, value in picture.info.items() if name in HARMLESS}
    return picture


def _options(picture: Image.Image) -> dict:
    """Return what keeps the quality, by format."""
    if picture.format in ("JPEG", "MPO"):
        return {"qtables": picture.quantization, "subsampling": JpegImagePlugin.get_sampling(picture)}
    if picture.format in ("WEBP", "AVIF"):
        return {"quality": QUALITY, "xmp": b""}
    return {"comment": b""} if picture.format == "GIF" else {}
