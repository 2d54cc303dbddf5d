"""The mean of several checkpoints' weights (Wortsman et al. 2022, "Model soups"): runs that began from the same weights
make different mistakes, and their mean makes fewer than each."""

import torch

from .restore import saved_weights


def mean_of(parts: list[tuple[str, float]], out: str) -> None:
    """Writes to `out` the weighted mean of checkpoints or folders of exported weights, given as (path, share). A head that a checkpoint lacks is the mean
    of those that have it; the labels are the first one's."""
    loaded = [(saved_weights(path), share) for path, share in parts]
    first = loaded[0][0]
    state = {}
    for name, value in first["state"].items():
        having = [(c["state"][name], share) for c, share in loaded if name in c["state"]]
        total = sum(share for _, share in having)
        state[name] = sum(v * (share / total) for v, share in having) if value.dtype.is_floating_point else value
    torch.save({"state": state, "labels": first["labels"]}, out)
