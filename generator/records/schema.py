"""The model → a JSON Schema for each kind of file, so that editors complete, check and explain while one types.

`python -m generator.records.schema` writes them into `schema/`. Editors read YAML 1.2, where an unquoted telephone
number is a number; the types of `fields` allow for it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.records.cases import CasesFile
from generator.records.closures import Closure
from generator.records.matching import MatchingFile
from generator.records.model import Activity, Resource, Venue
from generator.records.profile import Profile
from generator.records.scalars import as_list
from generator.records.site import Areas, Help, Mix, Settings, VocabularyFile

FOLDER = Path(__file__).parents[2] / "schema"
DIALECT = "http://json-schema.org/draft-07/schema#"  # what all editors know
FILES: Mapping[str, Any] = {
    "resource": Resource,
    "activity": Activity,
    "venue": Venue,
    "mix": Mix,
    "help": Help,
    "areas": Areas,
    "closures": dict[str, Closure],
    "vocabulary": VocabularyFile,
    "settings": Settings,
    "matching": MatchingFile,
    "profile": Profile,
    "cases": CasesFile,
}
"""Each schema by its name, and what it is made from."""


class _Editors(GenerateJsonSchema):
    """Pydantic's schemas, with what our files are: no empty values, one value for a list of one, no derived fields."""

    def field_is_present(self, field: Any) -> bool:
        return not field.get("serialization_exclude") and super().field_is_present(field)

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:
        """Leaves the fields in the order of the model: editors offer them so."""
        del parent_key
        return value

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        default = made.pop("default", None)
        if isinstance(default, bool):
            default = "yes" if default else "no"
        return {**made, "default": default} if isinstance(default, str | int) else made

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        made = super().function_before_schema(schema)
        if schema["function"]["function"] is as_list:
            return {"anyOf": [made["items"], made]}
        return made


def schemas() -> dict[str, dict[str, Any]]:
    """Every JSON Schema, by its name."""
    return {
        name: {"$schema": DIALECT, **TypeAdapter(kind).json_schema(by_alias=True, schema_generator=_Editors)}
        for name, kind in FILES.items()
    }


def as_file(schema: Mapping[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Writes every schema into its file."""
    FOLDER.mkdir(exist_ok=True)
    for name, schema in schemas().items():
        (FOLDER / f"{name}.json").write_text(as_file(schema), encoding="utf-8")


if __name__ == "__main__":
    main()
