"""Bytes as people write and read them. IEC units: 1 KiB is 1024 bytes."""

import re

from infinibay_desktop.model.errors import ValidationError

KIB = 1024
MIB = 1024**2
GIB = 1024**3
TIB = 1024**4

_FACTORS = {"": 1, "B": 1, "K": KIB, "M": MIB, "G": GIB, "T": TIB}
_SIZE = re.compile(r"(\d{1,15})(\.\d{1,6})?\s*([KMGT]?)(iB|B)?", re.IGNORECASE)
MAX_SIZE_BYTES = 2**62


def parse_size(text: str, *, field: str = "size", default_unit: str = "") -> int:
    """Bytes in `text` such as '20G', '1.5 GiB' or '512'; a bare number is in `default_unit`."""
    match = _SIZE.fullmatch(text.strip())
    if not match:
        raise ValidationError(
            f"'{text[:40]}' is not a size.",
            field=field,
            remedy="Write a number and a unit, such as 512M or 20G (1 K is 1024).",
        )
    whole, fraction, unit, byte = match.groups()
    key = unit.upper() or ("" if byte else default_unit)
    size = round(float(whole + (fraction or "")) * _FACTORS[key])
    if fraction is None:
        size = int(whole) * _FACTORS[key]
    if size > MAX_SIZE_BYTES:
        raise ValidationError(f"'{text[:40]}' is more than any disk can hold.", field=field)
    return size


def format_size(size_bytes: int) -> str:
    """Short IEC text: '512 MiB', '1.5 GiB', '0 B'."""
    if size_bytes < KIB:
        return f"{size_bytes} B"
    power = min(4, (size_bytes.bit_length() - 1) // 10)
    value = size_bytes / 1024**power
    return f"{value:.1f}".removesuffix(".0") + " " + ("KiB", "MiB", "GiB", "TiB")[power - 1]
