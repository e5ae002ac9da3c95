"""What a record need not say, because its kind says it. A record's own word wins."""

from collections.abc import Mapping
from types import MappingProxyType

LAYER_OF_KIND = {
    "self_guided": "self", "online_resource": "tech", "tech_support": "tech", "advice": "formal",
    "counselling": "formal", "support_service": "formal", "crisis": "formal", "helpline": "formal",
}  # fmt: skip  # all others: community
SUPPORT_OF_KIND: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "peer_support": ("emotional",), "befriending": ("emotional",), "buddy": ("emotional", "instrumental"),
    "advice": ("informational", "advocacy"), "counselling": ("emotional",), "support_service": ("instrumental",),
    "carer_support": ("emotional", "informational"), "transport": ("instrumental",),
    "tech_support": ("instrumental", "informational"), "helpline": ("emotional", "informational"),
    "online_resource": ("informational",), "crisis": ("emotional", "instrumental"),
})  # fmt: skip
DELIVERED_BY_OF_KIND = {
    "class": "instructor", "peer_support": "peer", "befriending": "volunteer", "buddy": "volunteer",
    "advice": "adviser", "counselling": "counsellor", "volunteering": "volunteer",
}  # fmt: skip
GOALS_OF_KIND: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "group": ("meet_people", "enjoy"), "class": ("learn", "meet_people"), "drop_in": ("meet_people",),
    "event": ("enjoy", "get_out"), "outing": ("get_out", "enjoy"), "peer_support": ("same_experience",),
    "befriending": ("one_friend",), "buddy": ("confidence", "get_out"), "volunteering": ("contribute", "routine"),
    "advice": ("practical_help",), "counselling": ("confidence",), "support_service": ("practical_help",),
    "carer_support": ("respite", "same_experience"), "transport": ("get_out",), "tech_support": ("get_online",),
    "self_guided": ("enjoy",),
})  # fmt: skip
CATEGORY_OF_KIND = {
    "befriending": "one_to_one", "buddy": "one_to_one", "volunteering": "volunteer", "outing": "outing",
    "tech_support": "digital", "class": "learning", "event": "celebration",
}  # fmt: skip  # all others without a topic: support
