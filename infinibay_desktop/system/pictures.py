"""Screenshots into PNG, and into thumbnails."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from infinibay_desktop.model.errors import HypervisorError
from infinibay_desktop.model.machines import Thumbnail

MOST_PIXELS = 64 * 1024 * 1024
_FORMATS = ("PPM", "PNG")
# All that Pillow raises for data that is broken, or too much.
_NO_PICTURE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    ValueError,
    SyntaxError,
)


class PillowPictureEncoder:
    """Encodes what a host sends, with bounds on what it may be."""

    def to_png(self, picture: bytes) -> bytes:
        """PNG bytes. Raises HypervisorError for what is no picture, or too large a one."""
        with _opened(picture) as image:
            encoded = io.BytesIO()
            image.convert("RGB").save(encoded, "PNG", compress_level=3)
        return encoded.getvalue()

    def to_thumbnail(self, picture: bytes, width: int, height: int) -> Thumbnail:
        """The picture made small enough. Raises HypervisorError as `to_png` does."""
        with _opened(picture) as image:
            small = image.convert("RGB")
            small.thumbnail((width, height), Image.Resampling.BILINEAR, reducing_gap=2.0)
            pixels = small.tobytes("raw", "BGRX")
        return Thumbnail(width=small.width, height=small.height, pixels=pixels)


@contextmanager
def _opened(picture: bytes) -> Iterator[Image.Image]:
    try:
        with Image.open(io.BytesIO(picture), formats=_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise HypervisorError(
                    f"The host sent a screenshot of {image.width} by {image.height} points."
                )
            yield image
    except _NO_PICTURE as error:
        raise HypervisorError("The host sent a screenshot that is no picture.") from error
