"""The story's people, organisations and places as rows, with their printed forms and roles.

An entity keeps its id while its name is the same.
"""

from collections import defaultdict
from collections.abc import Sequence

from articles.analysis import roles as roles_of_story
from articles.analysis.entities import StoryEntity
from articles.analysis.roles import Role
from articles.models import Entity, EntityForm, EntityRole, Revision, Story
from articles.services.fitted import fitted


def store_entities(
    entities: Sequence[StoryEntity],
    *,
    story: Story,
    revisions: Sequence[Revision],
    roles: Sequence[Sequence[Role]],
) -> None:
    """Make the story's entities, their printed forms and their roles those given.

    ``revisions`` are in witness order, and ``roles[i]`` are those that ``revisions[i]`` prints.
    """
    read = {(entity.kind, fitted(Entity, "name", entity.name)): entity for entity in entities}
    held = {(entity.kind, entity.name): entity for entity in story.entities.all()}
    story.entities.filter(pk__in=[held[key].pk for key in held.keys() - read.keys()]).delete()
    new = [Entity(story=story, kind=kind, name=name) for kind, name in read if (kind, name) not in held]
    Entity.objects.bulk_create(new)
    held.update({(entity.kind, entity.name): entity for entity in new})

    EntityForm.objects.filter(entity__story=story).delete()
    EntityForm.objects.bulk_create(
        EntityForm(entity=held[key], revision=revisions[article], text=text, starts=sorted(starts))
        for key, entity in read.items()
        for (article, text), starts in _forms(entity, revisions).items()
    )
    EntityRole.objects.filter(entity__story=story).delete()
    EntityRole.objects.bulk_create(
        EntityRole(
            entity=held[entity.kind, fitted(Entity, "name", entity.name)],
            revision=revisions[given.article],
            start=given.role.start,
            end=given.role.end,
        )
        for entity, of_entity in zip(entities, roles_of_story.join(entities, roles), strict=True)
        for given in of_entity
    )


def _forms(entity: StoryEntity, revisions: Sequence[Revision]) -> dict[tuple[int, str], list[int]]:
    """Return where each article prints each form. A mention too long to be a name is no form."""
    forms = defaultdict(list)
    for mention in entity.mentions:
        text = mention.of(revisions[mention.article].text)
        if text == fitted(EntityForm, "text", text):
            forms[mention.article, text].append(mention.start)
    return forms
