"""The tokens of size, distance and budget: everything about a look that is no colour.

Lengths are user units of the drawing, CSS pixels at natural size. The text under a token is
its documentation: the JSON Schema that editors read is written from it.
"""

from __future__ import annotations

from typing import Annotated

from diagramkit.theme.tokens import Limits, Tokens

# Family names are written into style sheets and directives: nothing that could end a string,
# a declaration or an element.
FAMILY = r"""^[^"'`\\;:{}<>&,%\x00-\x1f\x7f]{1,80}$"""
FONT_FILE = r"""^[^"'\\;<>\x00-\x1f\x7f]{1,240}\.([Tt][Tt][Ff]|[Oo][Tt][Ff])$"""

Size = Annotated[float, Limits(gt=0, lt=1000)]
Distance = Annotated[float, Limits(ge=0, lt=1000)]
Width = Annotated[float, Limits(gt=0, le=10000)]
Weight = Annotated[int, Limits(ge=1, le=1000)]
Share = Annotated[float, Limits(ge=0, le=1)]
Count = Annotated[int, Limits(ge=0, le=1000)]
Family = Annotated[str, Limits(pattern=FAMILY)]
Families = Annotated[tuple[Family, ...], Limits(min_length=1, max_length=16)]
FontFile = Annotated[str, Limits(pattern=FONT_FILE)]
FontFiles = Annotated[tuple[FontFile, ...], Limits(max_length=32)]
Sign = Annotated[str, Limits(pattern="^[,.'’·٬٫ \u00a0\u2009\u202f]?$")]
Pair = tuple[Size, Size]
Dashes = Annotated[tuple[Distance, ...], Limits(max_length=8)]


class Fonts(Tokens):
    """Font stacks, best first. The last name is a generic family such as `sans-serif`."""

    sans: Families
    """The stack of all words but code: one to sixteen family names."""
    mono: Families
    """The stack of code: one to sixteen family names."""
    heading: Families
    """The stack of headlines, titles of groups and panels, and key numbers: one to sixteen family
    names."""
    files: FontFiles = ()
    """Files of the fonts that the theme brings, .ttf or .otf, at most 32: their paths relative to
    the theme file and inside of the project. Their families are those that the files name. Of
    a loaded theme: where each is, behind a hash of what it holds."""

    def stack(self, kind: str) -> Families:
        """The stack of a kind of text, as `Typography` calls it, with the files that draw it."""
        is_heading = kind in ("heading", "key", "group")
        names = self.mono if kind == "mono" else self.heading if is_heading else self.sans
        if not self.files:
            return names
        from diagramkit.text.given import bound

        return bound(names, self.files)


class TextStyle(Tokens):
    """How the lines of one kind are set."""

    size: Size
    """Type size in user units, above 0 and below 1000."""
    compact: Size
    """Type size of a drawing that would be wider than `page.max_width`; same range."""
    weight: Weight
    """Font weight, 1 to 1000; 400 is regular, 600 semibold, 700 bold."""
    line: Size
    """Line height in user units, above 0 and below 1000."""


class Typography(Tokens):
    """The kinds of text, each with its size, weight and line height."""

    title: TextStyle
    """First line of a box."""
    body: TextStyle
    """Further lines of a box."""
    note: TextStyle
    """All lines of a box of role `note`."""
    mono: TextStyle
    """Code."""
    decision: TextStyle
    """Words in a diamond."""
    label: TextStyle
    """Words beside an edge."""
    group: TextStyle
    """Title of a group."""
    caption: TextStyle
    """Words below a figure."""
    heading: TextStyle
    """Title of a panel in a figure."""
    key: TextStyle
    """The one number of a panel that counts."""
    emphasis: Weight
    """Font weight of words to be stressed, such as the label of an accent edge; 1 to 1000."""


class Page(Tokens):
    """The sheet a drawing is placed on."""

    max_width: Annotated[float, Limits(ge=100, le=10000)]
    """Greatest width of a drawing in user units, 100 to 10000 and 100 more than both margins."""
    reading_width: Width
    """Width in pixels at which a page shows the widest drawing, above 0, at most 10000."""
    margin: Distance
    """Space around the drawing in user units, 0 to below 1000."""
    margin_compact: Distance
    """The same in a compact drawing."""
    grid: Size
    """Coordinates of boxes are multiples of this, in user units, above 0."""
    grid_compact: Size
    """The same in a compact drawing."""


class Spacing(Tokens):
    """Distances between things, in user units, each 0 to below 1000."""

    spine: Distance
    """Between neighbours on the main path."""
    spine_compact: Distance
    """The same in a compact drawing."""
    rank: Distance
    """Between ranks: boxes that follow each other."""
    sibling: Distance
    """Between boxes of one rank."""
    gutter: Distance
    """The channel between rows that a line returns through."""
    parallel: Distance
    """Between lines that run side by side."""
    group_inset: Distance
    """Between the border of a group and what is in it."""
    group_header: Distance
    """Height of the strip that holds a group's title."""
    label_room: Distance
    """Added to the width of an edge's label to find the room its edge gets."""
    label_rise: Distance
    """From a horizontal edge up to the baseline of its label."""
    label_side: Distance
    """From a vertical edge to the start of its label."""
    label_clear: Distance
    """Least distance of a label from arrowheads and boxes."""


class Boxes(Tokens):
    """Boxes, in user units unless a token says otherwise, each below 1000."""

    padding_x: Distance
    """Least space left and right of the words."""
    padding_x_compact: Distance
    """The same in a compact drawing."""
    padding_y: Distance
    """Least space above and below the words."""
    min_width: Size
    """Least width of a box."""
    min_height: Size
    """Least height of a box."""
    wrap: Size
    """Lines wider than this are broken."""
    radius: Distance
    """Corner radius of a box; 0 is a square corner."""
    note_radius: Distance
    """Corner radius of a box of role `note`."""
    group_radius: Distance
    """Corner radius of a group."""
    equal_ratio: Annotated[float, Limits(ge=1, le=100)]
    """Boxes of a rank get one width if the widest is at most this many times the narrowest."""


class Shapes(Tokens):
    """Shapes that are not boxes, in user units, each below 1000."""

    diamond_height: Size
    """Height of a diamond of one line."""
    diamond_step: Distance
    """Height that each further line adds."""
    diamond_slack: Distance
    """Width added to the narrowest diamond that holds its words."""
    diamond_max_width: Size
    """A decision wider than this becomes a box with pointed ends."""
    point: Distance
    """Length of those ends."""
    cap: Distance
    """Half the height of a cylinder's lid."""
    cylinder_extra: Distance
    """Height that a cylinder has over a box."""
    chamfer: Distance
    """How far a hexagon's sides are cut in."""
    rule: Distance
    """From a subroutine's border to its inner line."""
    circle_max: Size
    """Greatest diameter of a circle; larger ones become stadiums."""
    dot: Size
    """Diameter of a dot without words, the start of a flow, in user units."""


class Records(Tokens):
    """Boxes with compartments, and the marks at the ends of their lines, in user units, each
    below 1000."""

    wrap: Size
    """Rows wider than this are broken; a box grows no further for them."""
    equal_ratio: Annotated[float, Limits(ge=1, le=100)]
    """As `box.equal_ratio`, for boxes with rows."""
    row: Size
    """Height of a row."""
    column_gap: Distance
    """Between the columns of rows."""
    padding_y: Distance
    """Above and below the rows of a compartment."""
    hang: Distance
    """How far the further lines of a broken row are set in."""
    rule: Distance
    """Width of the lines between compartments and under static rows."""
    triangle: Pair
    """Length and width of the hollow triangle of what is inherited."""
    diamond: Pair
    """Length and width of the diamonds of aggregation and composition."""
    foot: Pair
    """Length and width of a crow's foot."""
    bar: Distance
    """From the border to the first of the two bars of exactly one, or the bar beside a ring."""
    ring: Size
    """Diameter of the ring of zero, and of a provided interface."""


class Heads(Tokens):
    """Arrowheads by the role of the edge: length and width in user units, above 0."""

    main: Pair
    """Of main and dashed edges."""
    side: Pair
    """Of edges into a `note` box."""
    accent: Pair
    """Of accent edges."""


class Figures(Tokens):
    """Parts of figures, in user units, each below 1000."""

    cell_width: Size
    """Least width of a cell."""
    cell_height: Size
    """Least height of a cell."""
    chip_height: Size
    """Height of a chip."""
    panel_gap: Distance
    """Between panels that are compared."""
    panel_rise: Distance
    """Between the words and the contents of a panel, a stage or a frame, and before a foot."""
    fan: Distance
    """Room for lines that are joined to a trunk."""
    meter: Size
    """Side of a square of a meter."""
    meter_gap: Distance
    """Between two squares of a meter."""
    bar: Size
    """Thickness of a bar."""
    bar_length: Size
    """Length of the longest bar."""
    heat: Size
    """Side of a heat cell."""
    vector: Size
    """Length of the longest vector."""
    plot_width: Size
    """Width of a plot."""
    plot_height: Size
    """Height of a plot."""
    thousands: Sign
    """The sign between thousands in numbers of charts: `,`, a space of any width, `.`, `'`, or none
    at all."""
    decimal: Sign
    """The sign before decimals in numbers of charts: `.` or `,`."""


class Sequences(Tokens):
    """Sequence diagrams, in user units, each below 1000."""

    head: Size
    """Least width of the box of a participant, where there is room; else `box.min_width`."""
    row: Size
    """From one message to the next, where the words take one line."""
    border: Distance
    """From a message to the frame that begins or ends after it."""
    label_rise: Distance
    """From a message up to the baseline of its words."""
    lane_room: Distance
    """Added to the width of the words to find the distance of two life lines."""
    wrap: Size
    """Words of a message wider than this are broken."""
    bar: Size
    """Width of an activation bar."""
    bar_stroke: Distance
    """Width of its border."""
    life: Distance
    """Width of a life line."""
    life_dash: Pair
    """Dash and gap of a life line."""
    loop: Pair
    """Width and height of a message to oneself."""
    tag: Size
    """Height of the plate that names a fragment."""
    guard: Distance
    """From a life line to the words that say when a fragment runs."""
    foot: Size
    """Drawings higher than this name the participants again at the foot."""


class Lines(Tokens):
    """How edges run, in user units unless a token says otherwise, each below 1000."""

    radius: Distance
    """Radius of a bend; 0 is a sharp corner."""
    tip_gap: Distance
    """Between the tip of a head and the border it points at."""
    lead: Distance
    """Least straight run into a head."""
    lead_corner: Distance
    """The same after a corner."""
    port_spread: Share
    """Part of a side that edges may start and end on, 0 to 1, around its middle."""
    jog: Distance
    """A step to the side smaller than this is straightened out."""
    fan: Count
    """This many edges of one style to one side share a trunk; 0 to 1000."""
    head: Heads
    """Sizes of the arrowheads."""
    dash: Pair
    """Dash and gap of dashed lines."""


class Spine(Tokens):
    """When a drawing has a main path that is laid out as one straight line."""

    least: Annotated[int, Limits(ge=2, le=1000)]
    """Fewest boxes of a main path that others hang off; 2 to 1000."""
    share: Share
    """Least part of all boxes that are on the path or hang off it, 0 to 1."""


class Budget(Tokens):
    """What a drawing may not exceed without a warning."""

    accent_share: Share
    """Greatest part of boxes that are accent, 0 to 1."""
    accent_paths: Count
    """Greatest number of accent paths that do not touch, 0 to 1000."""
    classes: Count
    """Greatest number of classes that nodes and groups have, 0 to 1000."""
    min_text: Size
    """Smallest type size in user units, above 0."""
    min_read: Size
    """Smallest type in pixels when the widest drawing is shown at `page.reading_width`."""
    min_contrast: Annotated[float, Limits(ge=4.5, le=21)]
    """Least contrast of words on their ground, 4.5 to 21; 7 is that of WCAG's level AAA."""
    min_line_contrast: Annotated[float, Limits(ge=3, le=21)]
    """Least contrast of lines that carry meaning, 3 to 21."""
    rows: Count
    """Greatest number of rows that a long path is broken into, 0 to 1000."""
    group_depth: Count
    """Greatest depth of groups in groups, the outermost counted as 1; 0 to 1000."""
