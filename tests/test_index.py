from hypothesis import given
from hypothesis import strategies as st

from diagramkit.geometry import Rect
from diagramkit.index import Index

coordinate = st.integers(-50, 50)
extent = st.integers(0, 40)
rects = st.builds(Rect, coordinate, coordinate, extent, extent)


def touches(one: Rect, two: Rect) -> bool:
    return one.x <= two.right and two.x <= one.right and one.y <= two.bottom and two.y <= one.bottom


@given(st.lists(rects, max_size=200), rects, extent)
def test_it_finds_what_a_look_at_everything_finds_in_the_same_order(items, wanted, within):
    index = Index((rect, place) for place, rect in enumerate(items))
    around = wanted.grown(within)
    expected = [place for place, rect in enumerate(items) if touches(rect, around)]
    assert list(index.near(wanted, within)) == expected


def test_things_that_only_touch_are_near():
    assert list(Index([(Rect(0, 0, 10, 10), "a")]).near(Rect(10, 10, 5, 5))) == ["a"]


def test_nothing_is_near_where_there_is_nothing():
    assert list(Index[str]([]).near(Rect(0, 0, 10, 10))) == []
