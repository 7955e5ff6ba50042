"""Four variants in three settings after long training: where skips decide, and where they do not."""

from statistics import fmean

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from panels import panel
from panels.dots import LOOKS, dots
from trained.settings import SETTINGS, Setting
from trained.stored import VARIANTS, spread

from computed_figures.canvas import canvas
from computed_figures.style import GREY, NARROW_PX, WIDE_PX

SEEDS = SETTINGS[0].long.seeds
SHORT_NAMES = {"none": "none", "wider": "none, wider", "add": "added", "concat": "concatenated"}
MEASURE = "mean_iou"


def reached(setting: Setting, variant: str) -> list[float]:
    return setting.long.reached(variant, MEASURE)


def span(setting: Setting) -> tuple[float, float]:
    """From the lowest dot of a setting to the highest."""
    every = [value for variant in VARIANTS for value in reached(setting, variant)]
    return min(every), max(every)


def words(setting: Setting) -> str:
    return f"{setting.words}, {setting.poolings} pooling{'s' * (setting.poolings > 1)}"


def draw() -> Figure:
    width, gap = 196, 44
    figure = canvas(WIDE_PX, 320)
    for place, each in enumerate(SETTINGS):
        _chart(panel(figure, 6 + place * (width + gap), 50, width, 232), each, 13)
    return figure


def draw_narrow() -> Figure:
    height, gap = 184, 92
    figure = canvas(NARROW_PX, 3 * (height + gap))
    for place, each in enumerate(SETTINGS):
        _chart(panel(figure, 16, 46 + place * (height + gap), NARROW_PX - 36, height), each, 12)
    return figure


def _chart(axes: Axes, each: Setting, text: float) -> None:
    """A row a variant, on the setting's own scale: its name and numbers, and under them a dot a seed."""
    _, height = axes.get_window_extent().size
    lowest, highest = span(each)
    margin = 0.08 * (highest - lowest)
    axes.set(xlim=(lowest - margin, highest + margin), ylim=(height, 0), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.xaxis.set_major_locator(MaxNLocator(3, steps=[1, 2, 5]))
    axes.tick_params(labelsize=text)
    for line, written in enumerate((words(each), each.title)):
        weight = "bold" if line else "normal"
        place = {"xycoords": "axes fraction", "textcoords": "offset points"}
        offset = (0, 9 + 1.4 * text * line)
        axes.annotate(written, (0, 1), offset, fontsize=text, fontweight=weight, **place)  # type: ignore[arg-type]
    row = height / len(VARIANTS)
    for number, variant in enumerate(VARIANTS):
        across, values = axes.get_yaxis_transform(), reached(each, variant)
        top = number * row + 1.1 * text
        axes.text(0, top, SHORT_NAMES[variant], fontsize=text, transform=across)
        axes.text(1, top, spread(values), fontsize=text, ha="right", transform=across)
        middle = number * row + 0.68 * row
        axes.axhline(middle, color=GREY, linewidth=0.6)
        dots(axes, values, middle, **LOOKS[variant])


def _widths() -> str:
    return ", ".join(f"{highest - lowest:.2f}" for lowest, highest in map(span, SETTINGS))


THIN, BANDS, NOISY = SETTINGS
NOISY_MEANS = [fmean(reached(NOISY, variant)) for variant in VARIANTS]
NOISY_SPAN = max(NOISY_MEANS) - min(NOISY_MEANS)
CAPTION = f"""Mean IoU of the four variants in three settings after long training, {THIN.long.lengths[-1]:,}
steps (noisy discs {NOISY.long.lengths[-1]:,}): a dot for each of {SEEDS} seeds; the upright line is the
mean, the number mean ± standard deviation. **Each chart has a scale of its own**: from its lowest dot to
its highest they span {_widths()}. Where thin parts are to be drawn, every network with skips is better than
every one without. Where the shapes are compact, the edges lost in noise, and the narrowest map hardly
coarser than the picture, the means of all four lie within {NOISY_SPAN:.3f}.
"""


def ALT() -> str:  # noqa: N802 - the name under which a figure gives its text alternative
    charts = [
        f"{each.title}, {words(each)}: "
        + "; ".join(
            f"{label} " + ", ".join(f"{value:.3f}" for value in reached(each, variant))
            for variant, label in VARIANTS.items()
        )
        for each in SETTINGS
    ]
    return (
        f"Three charts of mean IoU, each on its own scale with four rows of {SEEDS} dots. "
        + ". ".join(charts)
        + "."
    )
