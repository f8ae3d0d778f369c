"""Removes hidden data from pictures: place and camera, comments, thumbnails, editing history.

A file without hidden data is not changed. Any other is encoded again, with its pixels turned upright as its orientation
says, and with its colour profile and all its frames.
"""

from io import BytesIO

from PIL import Image, ImageOps, JpegImagePlugin

# Keys of Pillow's `info` that are needed to show a picture. A file with any other key is encoded again.
HARMLESS = {
    *("icc_profile", "transparency", "gamma", "srgb", "chromaticity", "dpi", "aspect", "interlace", "version"),
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform", "progressive", "progression"),
    *("duration", "loop", "background", "timestamp", "default_image", "disposal", "blend", "bbox"),
}
HARMLESS_SEGMENTS = {"APP0", "APP2", "APP14"}  # of a JPEG: format, colour profile, colour transform
QUALITY = 90  # of formats whose quantization tables cannot be kept


def without_hidden_data(content: bytes) -> bytes:
    """Return the file without hidden data. Raises what Pillow raises for a broken file, mostly OSError."""
    with Image.open(BytesIO(content)) as picture:
        picture.load()  # a PNG may have further chunks after its pixels
        return _encoded_again(picture) if _has_hidden_data(picture) else content


def _has_hidden_data(picture: Image.Image) -> bool:
    segments = {name for name, _data in getattr(picture, "applist", [])}
    extension = picture.info.get("extension", (b"NETSCAPE2.0", 0))[0]  # of a GIF: the number of its repetitions
    return bool(
        set(picture.info) - HARMLESS - {"extension"}
        or segments - HARMLESS_SEGMENTS
        or not extension.startswith(b"NETSCAPE2.0")
    )


def _encoded_again(picture: Image.Image) -> bytes:
    is_animated = getattr(picture, "n_frames", 1) > 1 and picture.format != "MPO"
    options = {"icc_profile": picture.info.get("icc_profile"), **_options(picture)}
    output_format = "JPEG" if picture.format == "MPO" else picture.format  # a phone's JPEG followed by a second one
    picture = picture if is_animated else _without_info(ImageOps.exif_transpose(picture))
    out = BytesIO()
    picture.save(out, output_format, save_all=is_animated, exif=b"", **options)
    return out.getvalue()


def _without_info(picture: Image.Image) -> Image.Image:
    picture.info = {name: value for name, value in picture.info.items() if name in HARMLESS}
    return picture


def _options(picture: Image.Image) -> dict:
    """Return the options of `Image.save` that keep the quality, by format."""
    if picture.format in ("JPEG", "MPO"):
        return {"qtables": getattr(picture, "quantization", None), "subsampling": JpegImagePlugin.get_sampling(picture)}
    if picture.format in ("WEBP", "AVIF"):
        return {"quality": QUALITY, "xmp": b""}
    return {"comment": b""} if picture.format == "GIF" else {}
