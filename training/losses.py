"""What a batch's answers cost, head by head."""

import torch
from corpora import SILENT
from labels import ENGINE, SCHOOL
from network import Network
from pieces import Batch, choices, pairs
from torch import Tensor
from torch.nn import functional as F


def loss(network: Network, b: Batch, weights: dict[str, float]) -> Tensor:
    """The weighted sum over the heads that this batch has answers for."""
    asked = {h for lesson in b.lessons for h in (*lesson.choices, *lesson.pairs)}
    heads = tuple(h for h in (*ENGINE, *SCHOOL) if h.name in asked)
    answers = network(b.pieces, b.shapes, b.firsts, tuple(h.name for h in heads))
    total = torch.zeros(())
    if any(lesson.dyad for lesson in b.lessons):
        total = total + weights["dyad"] * _hidden_trigger(
            network(b.pieces, b.shapes, b.firsts, ("trigger", "role")), b
        )
    if any(lesson.given for lesson in b.lessons):
        total = total + weights["pair"] * _given_pair(
            network(b.pieces, b.shapes, b.firsts, ("pair",))["pair"], b
        )
    for head in heads:
        answer = answers[head.name].float()
        if head.kind == "pair":
            wanted, on = pairs(b, head.name, head.size)
            if head.name == "arc":
                row = on[:, :, 0, 0] > 0
                if row.any():
                    total = total + weights["arc"] * F.cross_entropy(
                        _reach(answer[..., 0], b)[row], wanted[..., 0][row].argmax(-1)
                    )
                continue
            if head.name == "land":
                total = total + weights["land"] * _named_land(answer, wanted, b)
                continue
            each = F.binary_cross_entropy_with_logits(answer, wanted, reduction="none") * on
            total = total + weights[head.name] * each.sum() / (on.sum() * head.size).clamp(min=1)
        elif head.name == "factuality":
            wanted = choices(b, head.name).float()
            on = wanted != SILENT
            if on.any():
                total = total + weights[head.name] * F.smooth_l1_loss(answer[..., 0][on], wanted[on])
        else:
            wanted = choices(b, head.name).long()
            if (wanted != SILENT).any():
                each = F.cross_entropy(
                    answer.flatten(0, 1), wanted.flatten(), ignore_index=SILENT, label_smoothing=0.02
                )
                total = total + weights[head.name] * each
    return total


def _hidden_trigger(answers: dict[str, Tensor], b: Batch) -> Tensor:
    """Minus the log chance that some word is a trigger of the type and tied to both parties (a noisy or over words)."""
    types = F.log_softmax(answers["trigger"].float(), dim=-1)
    ties = F.logsigmoid(answers["role"].float())
    lost = []
    for k, lesson in enumerate(b.lessons):
        if lesson.dyad is None:
            continue
        actor, recipient, labels = lesson.dyad
        long = min(types.shape[1], len(lesson.words) + 1)
        if max(actor.stop, recipient.stop) > long:
            continue
        tied = ties[k, 1:long, actor.start : actor.stop, 0].mean(-1) + ties[
            k, 1:long, recipient.start : recipient.stop, 1
        ].mean(-1)
        each = (
            torch.logsumexp(types[k, 1:long][:, list(labels)] + tied[:, None], dim=-1)
            .exp()
            .clamp(max=1 - 1e-4)
        )
        lost.append(-torch.log(-torch.expm1(torch.log1p(-each).sum()).clamp(max=-1e-6)))
    return torch.stack(lost).mean() if lost else torch.zeros(())


def _given_pair(answers: Tensor, b: Batch) -> Tensor:
    """Minus the log chance of the types that are right, as the opening mark and the two parties tell it."""
    types = F.log_softmax(answers.float(), dim=-1)
    lost = []
    for k, lesson in enumerate(b.lessons):
        if lesson.given is None:
            continue
        actor, recipient, labels = lesson.given
        if max(actor.stop, recipient.stop) > types.shape[1]:
            continue
        right = [label - 1 for label in labels]
        for at in ([0], list(actor), list(recipient)):
            lost.append(-torch.logsumexp(types[k, at].mean(0)[right], dim=-1))
    return torch.stack(lost).mean() if lost else torch.zeros(())


def _named_land(answer: Tensor, wanted: Tensor, b: Batch) -> Tensor:
    """Minus the mean log chance of the words that name the country asked for, whichever of them."""
    lost = []
    for label in range(wanted.shape[-1]):
        row = wanted[..., label].any(-1)
        if row.any():
            chances = F.log_softmax(_reach(answer[..., label], b)[row], dim=-1)
            lost.append(-chances.masked_fill(wanted[..., label][row] == 0, -1e4).logsumexp(-1))
    return torch.cat(lost).mean() if lost else torch.zeros(())


def _reach(scores: Tensor, b: Batch) -> Tensor:
    """Arc scores [B, W, W] with padding out of reach."""
    real = (
        torch.arange(scores.shape[1])[None, :] < torch.tensor([len(x.words) + 1 for x in b.lessons])[:, None]
    )
    return scores.masked_fill(~real[:, None, :], -1e4)
