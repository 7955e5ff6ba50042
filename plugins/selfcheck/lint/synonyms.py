"""Words of English that options use for one another, whatever a question is about."""

from __future__ import annotations

_GROUPS = """
    end finish / ends finishes / ended finished
    begin start commence / begins starts commences / beginning start
    delete remove erase / deletes removes erases / deleting removing erasing / deleted removed erased
    show display / shows displays / showing displaying / shown displayed
    store save / stores saves / storing saving / stored saved
    modify change alter / modifies changes alters / modifying changing altering / modified changed altered
    allow permit enable / allows permits enables / allowed permitted enabled
    need require / needs requires
    obtain get / obtains gets / obtaining getting
    select choose / selects chooses / selecting choosing / selected chosen
    fix repair / fixes repairs / fixing repairing / fixed repaired
    increase rise grow / increases rises grows / increasing rising growing
    decrease drop fall decline / decreases drops falls declines / decreasing dropping falling declining
    stay remain / stays remains / staying remaining
    verify check / verifies checks / verifying checking
    happen occur / happens occurs
    improve enhance / improves enhances / improving enhancing
    big large / bigger larger / small little / fast quick rapid / quickly rapidly / faster quicker
    simple easy / wrong incorrect / same identical / whole entire / main primary principal
    information data / error mistake / share proportion fraction / method way / purpose aim goal
    comment remark / doctor physician / illness disease / place location / task job / picture image
"""

SYNONYMS: dict[str, str] = {
    word: group.split()[0]
    for line in _GROUPS.splitlines()
    for group in line.split("/")
    for word in group.split()
}
"""A word of each group for all words of it."""
