"""Screenshots into PNG."""

import io

from PIL import Image, UnidentifiedImageError

from infinibay_desktop.model.errors import HypervisorError

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
        try:
            with Image.open(io.BytesIO(picture), formats=_FORMATS) as image:
                if image.width * image.height > MOST_PIXELS:
                    raise HypervisorError(
                        f"The host sent a screenshot of {image.width} by {image.height} points."
                    )
                encoded = io.BytesIO()
                image.convert("RGB").save(encoded, "PNG", compress_level=3)
        except _NO_PICTURE as error:
            raise HypervisorError("The host sent a screenshot that is no picture.") from error
        return encoded.getvalue()
