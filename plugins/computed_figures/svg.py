"""matplotlib's SVG made fit to stand inside a page.

What goes out has no style element or attribute, no metadata and no address of another host, takes font and
ink from the page, names itself to assistive technology, and has ids of its own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, fromstring

from computed_figures.path_data import shortened
from computed_figures.pictures import DATA_ADDRESS, smaller
from computed_figures.style import INK

_XLINK = "http://www.w3.org/1999/xlink"
_HREF = f"{{{_XLINK}}}href"
_OLD_HREF = "xlink:href"
_SHORT = 400
"""Characters of an address below which a reference to it is hardly shorter."""
_INKS = {INK.lower(), "#000000", "black"}
_REFERENCE = re.compile(r"url\(#([^)]*)\)")
_NUMBER = re.compile(r"-?\d+\.\d+")
_TEXT_TURN = re.compile(r"rotate\(-?0( [^)]*)?\)")
_ROUNDED = {"d", "x", "y", "width", "height", "cx", "cy", "r", "x1", "y1", "x2", "y2", "points"}
_DROPPED = {"font-family"}  # Inherited from the page.
_KEPT = frozenset(
    {
        "clip-path",
        "clip-rule",
        "fill",
        "fill-opacity",
        "fill-rule",
        "filter",
        "font-size",
        "font-stretch",
        "font-style",
        "font-variant",
        "font-weight",
        "image-rendering",
        "opacity",
        "shape-rendering",
        "stop-color",
        "stop-opacity",
        "stroke",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
    }
)
"""The style properties of matplotlib that SVG also has as attributes (SVG 1.1, appendix N)."""


class UnsafeDrawingError(ValueError):
    """A drawing holds what must not stand in a page; the message goes on from "draw() "."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said in place of the picture: a short title and the whole description, plain text."""

    title: str
    description: str


def inline_svg(written: str, words: Words, *, prefix: str, css_class: str) -> Element:
    """Return the SVG document `written` as an `svg` element; every id in it starts with `prefix`."""
    root = fromstring(written)
    for element in root.iter():
        _use_attributes(element)
        _take_ink(element)
    _refuse(root)
    _drop(root, {"metadata", "style", "title", "desc"})
    _rename_ids(root, prefix)
    _unwrap_groups(root)
    _drop_invisible(root)
    _shorten(root)
    for parent in list(root.iter()):
        _join_strokes(parent)
    for path in root.iter("path"):
        path.set("d", shortened(path.attrib["d"]))
    return _named(root, words, prefix, css_class)


def share_pictures(drawings: Sequence[Element], prefix: str) -> None:
    """Keep a picture that the drawings of one figure show several times only once: in the first of them."""
    shown: dict[str, list[Element]] = {}
    for picture in (each for drawing in drawings for each in drawing.iter("image")):
        if "clip-path" not in picture.attrib:  # it would be clipped as the unit square
            shown.setdefault(picture.attrib[_OLD_HREF], []).append(picture)
    shared = {address: places for address, places in shown.items() if places[1:] and len(address) > _SHORT}
    if not shared:
        return
    definitions = Element("defs")
    for number, (address, places) in enumerate(shared.items(), start=1):
        name = f"{prefix}-picture-{number}"
        unit = {"id": name, "width": "1", "height": "1", "preserveAspectRatio": "none", _OLD_HREF: address}
        SubElement(definitions, "image", unit)
        for place in places:
            _show_shared(place, name)
    drawings[0].insert(len(drawings[0].findall("title") + drawings[0].findall("desc")), definitions)


def _show_shared(place: Element, name: str) -> None:
    """Turn an `image` into the use of one that fills the unit square."""
    x, y, width, height = (place.attrib.pop(each, "0") for each in ("x", "y", "width", "height"))
    transform = f"{place.get('transform', '')} translate({x} {y}) scale({width} {height})"
    place.attrib |= {_OLD_HREF: f"#{name}", "transform": transform.strip()}
    place.tag = "use"


def _join_strokes(parent: Element) -> None:
    """Write neighbouring lines of one kind as one path: matplotlib writes each piece of an outline alone."""
    joined: list[Element] = []
    for child in parent:
        if joined and _is_opaque_stroke(child) and _but_course(child) == _but_course(joined[-1]):
            joined[-1].set("d", f"{joined[-1].get('d')} {child.get('d')}")
        else:
            joined.append(child)
    parent[:] = joined


def _is_opaque_stroke(element: Element) -> bool:
    """Whether it is a line that shows the same however often it is drawn."""
    is_line = element.tag == "path" and element.get("fill") == "none" and "id" not in element.attrib
    return is_line and not {"opacity", "stroke-opacity"}.intersection(element.attrib)


def _but_course(element: Element) -> tuple[str, dict[str, str]]:
    return element.tag, {name: value for name, value in element.items() if name != "d"}


def _use_attributes(element: Element) -> None:
    element.tag = element.tag.rpartition("}")[2]
    if _HREF in element.attrib:
        # The encoder breaks lines inside a data address.
        element.set("href", "".join(element.attrib.pop(_HREF).split()))
    for declaration in filter(str.strip, element.attrib.pop("style", "").split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name in _KEPT:
            element.set(name, value)
        elif name not in _DROPPED:
            raise UnsafeDrawingError(f'needs the style "{name}", which has no attribute form')


def _take_ink(element: Element) -> None:
    for name in ("fill", "stroke", "stop-color"):
        if element.get(name, "").lower() in _INKS:
            element.set(name, "currentColor")


def _refuse(root: Element) -> None:
    for element in root.iter():
        if element.tag in {"a", "script", "foreignObject"}:
            raise UnsafeDrawingError("puts a link into the drawing; links belong in the caption")
        if element.tag == "image" and not element.get("href", "").startswith(DATA_ADDRESS):
            raise UnsafeDrawingError("refers to an image outside the drawing")
    for text in root.iter("text"):
        colours = {part.get("fill", "currentColor") for part in text.iter()}
        if colours != {"currentColor"}:
            said = "".join(text.itertext())
            colour = min(colours - {"currentColor"})
            raise UnsafeDrawingError(f'writes "{said}" in {colour}; text is always INK')


def _drop(root: Element, tags: set[str]) -> None:
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in tags:
                parent.remove(child)


def _rename_ids(root: Element, prefix: str) -> None:
    """Number the ids that something refers to, in document order; drop the rest."""
    used = dict.fromkeys(reference for element in root.iter() for reference in _references(element))
    renamed = {old: f"{prefix}-{number}" for number, old in enumerate(used, start=1)}
    for element in root.iter():
        own = element.attrib.pop("id", None)
        if own in renamed:
            element.set("id", renamed[own])
        if element.get("href", "").startswith("#"):
            element.set("href", "#" + renamed[element.attrib["href"][1:]])
        for name, value in element.items():
            element.set(name, _REFERENCE.sub(lambda found: f"url(#{renamed[found[1]]})", value))


def _references(element: Element) -> Iterator[str]:
    if element.get("href", "").startswith("#"):
        yield element.attrib["href"][1:]
    for value in element.attrib.values():
        yield from _REFERENCE.findall(value)


def _unwrap_groups(parent: Element) -> None:
    """Put the content of groups that say nothing in their place: half of matplotlib's elements."""
    children: list[Element] = []
    for child in parent:
        _unwrap_groups(child)
        children.extend(child if child.tag == "g" and not child.attrib else [child])
    parent[:] = children


def _drop_invisible(root: Element) -> None:
    """Drop empty definitions and the unpainted grounds of figure and axes."""
    for parent in list(root.iter()):
        for child in list(parent):
            unpainted = child.tag == "path" and child.get("fill") == "none" and "stroke" not in child.attrib
            if (child.tag == "defs" and not len(child)) or (unpainted and "id" not in child.attrib):
                parent.remove(child)


def _shorten(root: Element) -> None:
    """Keep hundredths of a pixel: smaller, and free of the last digits in which machines differ."""
    for picture in root.iter("image"):
        picture.set("href", smaller(picture.attrib["href"]))
    for element in root.iter():
        for name in _ROUNDED.intersection(element.keys()):
            element.set(name, _NUMBER.sub(_rounded, " ".join(element.attrib[name].split())))
        if element.tag not in {"text", "tspan"}:
            element.text = None
        else:
            _turn(element)
        element.tail = None


def _turn(text: Element) -> None:
    """Drop a turn by nothing, and shorten the others."""
    turn = _TEXT_TURN.sub("", text.attrib.pop("transform", ""))
    if turn:
        text.set("transform", _NUMBER.sub(_rounded, turn))


def _rounded(number: re.Match[str]) -> str:
    short = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _named(root: Element, words: Words, prefix: str, css_class: str) -> Element:
    title_id, description_id = f"{prefix}-title", f"{prefix}-desc"
    width, height = (root.attrib[side].removesuffix("pt") for side in ("width", "height"))
    named = Element(
        "svg",
        {
            "class": css_class,
            "viewBox": root.attrib["viewBox"],
            "width": width,
            "height": height,
            "role": "img",
            "aria-labelledby": title_id,
            "aria-describedby": description_id,
            "data-search-exclude": "",
            # What matplotlib leaves out means black; its style sheet sets the two others.
            "fill": "currentColor",
            "stroke-linejoin": "round",
            "stroke-linecap": "butt",
        },
    )
    if css_class.endswith("__narrow"):
        named.set("display", "none")  # Until the stylesheet shows it: never both.
    SubElement(named, "title", id=title_id).text = words.title
    SubElement(named, "desc", id=description_id).text = words.description
    named.extend(root)
    _refer_the_old_way(named)
    return named


def _refer_the_old_way(root: Element) -> None:
    """Write `xlink:href`, which every browser still reads, and HTML knows without a declaration.

    A script that turns the addresses of a page (Material's instant navigation) looks for `href` and sets it,
    which an element of SVG refuses.
    """
    for element in root.iter():
        if "href" in element.attrib:
            element.set(_OLD_HREF, element.attrib.pop("href"))
