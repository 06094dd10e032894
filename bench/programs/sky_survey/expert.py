# SPDX-License-Identifier: Apache-2.0
"""Measure the stars of one night; the fields in parallel."""
import argparse

from survey.images import plan_night
from survey.photometry_expert import measure_night


def parse_args():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exposures", nargs="?", type=int, default=280)
    parser.add_argument("--size", type=int, default=220, help="pixels per side")
    parser.add_argument("--radius", type=int, default=5, help="of the aperture")
    parser.add_argument("--sigma", type=float, default=3.0, help="detection limit")
    parser.add_argument("--verbose", action="store_true")
    return parser.parse_args()


def main():
    args = parse_args()
    night = plan_night(args.exposures, args.size)
    catalogue = measure_night(night, radius=args.radius, sigma=args.sigma)
    for name, sources in catalogue.items():
        brightest = min(sources, key=lambda source: source.magnitude)
        print(f"{name}: {len(sources):3d} sources, brightest {brightest.magnitude:.3f} "
              f"at ({brightest.x}, {brightest.y})")
        if args.verbose:
            for source in sources:
                print(f"    {source.x:4d} {source.y:4d} {source.flux:10.1f} {source.magnitude:.4f}")
    print("all sources:", sum(len(sources) for sources in catalogue.values()))


if __name__ == "__main__":
    main()
