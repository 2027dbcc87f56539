"""What all exports share: the base of their models and how a model becomes bytes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainSerializer, PlainValidator, WithJsonSchema

from generator.model.moment import in_beijing
from generator.model.record import Record


class Export(BaseModel):
    """A part of an exported document: every key is always written, null where nothing is known.

    The order of the fields is the order of the keys in the file, and field titles are the Chinese titles in
    the published JSON Schema.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True)

    @classmethod
    def from_record(cls, record: Record, **more: Any) -> Self:
        """What is shown of a record and of those in it under their own names, but for what is given."""
        own = (name for name in cls.model_fields if name not in more and hasattr(record, name))
        return cls(**{name: getattr(record, name) for name in own}, **more)


def _whole(value: Any) -> Any:
    """A number without fraction is written as an integer, so that 10.0 points stay 10."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Number = Annotated[int | float, BeforeValidator(_whole)]


When = Annotated[
    date,
    PlainValidator(lambda moment: moment),
    PlainSerializer(in_beijing, str, when_used="json"),
    WithJsonSchema({"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}),
]
"""A day, or a minute with its distance from Greenwich."""


def to_json(document: Export) -> bytes:
    """The document as indented UTF-8 JSON that ends with a newline."""
    return document.model_dump_json(by_alias=True, indent=2).encode() + b"\n"
