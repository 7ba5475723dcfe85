"""Names, vocabulary, mapping and the graph of claims: plain functions on names, frames and graphs."""

from evidence.constructs.loading import load, load_aliases, load_constructs, load_dct, shipped
from evidence.constructs.mapping import Proposal, Proposals, accept, propose
from evidence.constructs.vocabulary import Alias, Construct, Vocabulary, combine

__all__ = [
    "Alias",
    "Construct",
    "Proposal",
    "Proposals",
    "Vocabulary",
    "accept",
    "combine",
    "load",
    "load_aliases",
    "load_constructs",
    "load_dct",
    "propose",
    "shipped",
]
