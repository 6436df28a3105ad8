#!/usr/bin/env python3
"""Writes the mean of several networks of one descent: mean.py --of RUN/craft.pt RUN/pairs.pt --out FILE

What the last term gains for given pairs it loses a little elsewhere; half the way keeps both (Wortsman et al. 2022).
"""

import argparse
from pathlib import Path

import torch

if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--of", type=Path, nargs="+", required=True)
    asked.add_argument("--out", type=Path, required=True)
    got = asked.parse_args()
    states = [torch.load(path) for path in got.of]
    torch.save({name: torch.stack([s[name] for s in states]).mean(0) for name in states[0]}, got.out)
