"""Immutable values with named fields, which are as frozen dataclasses in all that the program and extensions use."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar

import pytest

from resolint.grammar.text.record import Record, replace, unlisted


class Light(Record):
    """A light at sea."""

    place: str
    number: int = unlisted(default=0, kw_only=True)


class Lamp(Light):
    """A light in a tower."""

    unit: ClassVar[str] = "m"
    height: int = 4
    colours: tuple[str, ...] = ()
    sectors: Any = MappingProxyType({})

    @cached_property
    def shown(self) -> str:
        """The height with its unit."""
        return f"{self.height} {self.unit}"


class Bare(Record):
    """No field."""


class Reef(Light):
    """A class without fields of its own."""


@dataclasses.dataclass(frozen=True)
class FrozenLamp(Light):
    """A dataclass of an extension, based on a record."""

    height: int = 4


LAMP: Any = Lamp("north", 7)


def test_fields_are_those_of_the_class_and_its_base():
    assert (LAMP.place, LAMP.height, LAMP.colours, LAMP.number) == ("north", 7, (), 0)
    assert str(inspect.signature(Lamp)) == "(place, height=4, colours=(), sectors=mappingproxy({}), *, number=0)"
    assert Lamp.__match_args__ == ("place", "height", "colours", "sectors")
    assert repr(LAMP) == "Lamp(place='north', height=7, colours=(), sectors=mappingproxy({}))"
    assert repr(Reef("south")) == "Reef(place='south')"


@pytest.mark.parametrize(
    ("places", "names"), [((), {}), (("north", 7, (), {}, 5), {}), (("north",), {"width": 2}), (("n",), {"place": "n"})]
)
def test_a_missing_unknown_or_repeated_value_is_an_error(places, names):
    with pytest.raises(TypeError):
        Lamp(*places, **names)


def test_values_of_one_class_with_equal_fields_are_equal():
    assert Reef("north") == Reef("north", number=3)
    assert hash(Reef("north")) == hash(Reef("north", number=3))
    assert Reef("north") != Reef("south")
    assert Reef("north") != Light("north")
    assert Bare() == Bare()
    assert {Bare(): 1}[Bare()] == 1


def test_a_field_can_neither_be_set_nor_deleted():
    with pytest.raises(dataclasses.FrozenInstanceError, match="height"):
        LAMP.height = 5
    with pytest.raises(dataclasses.FrozenInstanceError, match="height"):
        del LAMP.height
    assert LAMP.height == 7


def test_a_changed_copy_leaves_the_other_and_drops_what_was_computed():
    assert LAMP.shown == "7 m"
    higher = replace(LAMP, height=9, number=2)
    assert (higher.shown, higher.place, higher.number) == ("9 m", "north", 2)
    assert (LAMP.height, LAMP.number) == (7, 0)
    with pytest.raises(TypeError, match="width"):
        replace(LAMP, width=2)


def test_a_copy_from_another_process_is_the_same():
    light = Light("north", number=3)
    copy = pickle.loads(pickle.dumps(light))  # noqa: S301 - its own
    assert copy == light
    assert copy.number == 3


def test_a_class_may_have_a_constructor_of_its_own():
    class Sorted(Record):
        places: tuple[str, ...]

        def __init__(self, places: tuple[str, ...]) -> None:
            self.__dict__.update(places=tuple(sorted(places)))

    assert Sorted(("south", "north")) == Sorted(("north", "south"))
    assert replace(Sorted(("south",)), places=("west", "east")).places == ("east", "west")


def test_dataclasses_takes_it_for_a_frozen_dataclass():
    found = {field.name: field for field in dataclasses.fields(LAMP)}
    assert list(found) == ["place", "number", "height", "colours", "sectors"]
    assert (found["height"].type, found["number"].compare, found["number"].repr) == ("int", False, False)
    assert found["place"].default_factory is dataclasses.MISSING
    height: Any = found["height"]
    assert height.default_factory() == 4
    assert dataclasses.is_dataclass(Lamp)
    assert dataclasses.replace(LAMP, height=9) == replace(LAMP, height=9)
    assert dataclasses.asdict(Light("north")) == {"place": "north", "number": 0}
    assert [field.name for field in dataclasses.fields(Light)] == ["place", "number"]


def test_a_frozen_dataclass_may_be_based_on_one():
    lamp = FrozenLamp("north", 9)
    assert (lamp.place, lamp.number, lamp.height) == ("north", 0, 9)
    assert lamp == FrozenLamp("north", 9)
    assert lamp != FrozenLamp("north")
