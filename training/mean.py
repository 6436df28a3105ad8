#!/usr/bin/env python3
"""Writes the mean of several networks: mean.py --of RUN/craft.pt … --out FILE"""

import argparse
from pathlib import Path

import torch
from network import mean

if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--of", type=Path, nargs="+", required=True)
    asked.add_argument("--out", type=Path, required=True)
    got = asked.parse_args()
    torch.save(mean([torch.load(path) for path in got.of]), got.out)
