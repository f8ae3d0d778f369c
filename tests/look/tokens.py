"""Read static/css/tokens.css: the colour of each token by colour scheme and background."""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
TOKENS = CSS / "tokens.css"
SCHEMES = ("light", "dark")
GROUNDS = ("paper", "mist", "deep")


def colours(scheme: str, ground: str) -> dict[str, str]:
    """Return all tokens for `scheme` on `ground`, with references resolved; the token `ground` is the background."""
    css = re.sub(r"/\*.*?\*/", "", TOKENS.read_text(encoding="utf-8"), flags=re.DOTALL)
    plain, dark = css.split("@media (prefers-color-scheme: dark)")[0], _dark(css)
    values = declarations(plain, ":root")
    if scheme == "dark":
        values |= declarations(dark, ":root")
    if ground == "deep":
        values |= declarations(plain, ".on-deep")
    values["ground"] = values["mist"] if ground == "mist" else values["paper"]
    return {name: _resolved(value, values) for name, value in values.items()}


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours "#rrggbb", 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def declarations(css: str, selector: str) -> dict[str, str]:
    block = re.search(rf"(?m)^\s*{re.escape(selector)} \{{(.*?)\}}", css, re.DOTALL)
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", block[1]))


def _dark(css: str) -> str:
    return css.split("@media (prefers-color-scheme: dark)")[1].split("@media", maxsplit=1)[0]


def _resolved(value: str, values: dict[str, str]) -> str:
    reference = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return _resolved(values[reference[1]], values) if reference else value


def _luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = (int(digits[index : index + 2], 16) / 255 for index in (0, 2, 4))
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
