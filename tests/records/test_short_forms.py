"""What a record may say in short is the same value as in full."""

from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from generator.records.common import ShortCost

COST = TypeAdapter(ShortCost)


@pytest.mark.parametrize(
    ("said", "amount"),
    [("2", "2"), ("2.50", "2.50"), ("0", "0"), ("free", "0"), ("Free", "0"), ("no  charge", "0"), ("nothing", "0")],
)
def test_a_price_may_stand_alone(said: str, amount: str) -> None:
    assert COST.validate_python(said) == COST.validate_python({"amount": amount})
    assert COST.validate_python(said).amount == Decimal(amount)
