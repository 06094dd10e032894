# SPDX-License-Identifier: Apache-2.0
"""Weather stations, a file of hours each: their months, nights and rain, by a comprehension over the files."""
import math
import random
import sys
from pathlib import Path

import pandas as pd


def write_stations(folder, count):
    folder.mkdir(exist_ok=True)
    numbers = random.Random(5)
    days = []
    for day in range(336):
        kinds = []
        for _ in range(4):
            lines = []
            for hour in range(24):
                warm = 12 + 9 * math.sin(day / 60) + 4 * math.sin(hour / 3.82) + numbers.gauss(0, 2)
                rain = max(0.0, numbers.gauss(-2, 2))
                lines.append(f"2024-{day // 28 + 1:02d}-{day % 28 + 1:02d} {hour:02d}:00,{warm:.1f},{rain:.1f}\n")
            kinds.append("".join(lines))
        days.append(kinds)
    for station in range(count):
        with open(folder / f"station{station:03d}.csv", "w") as out:
            out.write("time,temperature,rain\n")
            out.writelines(numbers.choice(kinds) for kinds in days)


def station_summary(path):
    hours = pd.read_csv(path, parse_dates=["time"])
    hours["month"] = hours["time"].dt.month
    months = hours.groupby("month")["temperature"].mean()
    wet = hours[hours["rain"] > 0.2]
    nights = hours[hours["time"].dt.hour < 6]
    return months.max(), months.idxmax(), nights["temperature"].min(), hours["rain"].sum(), len(wet)


def main():
    folder = Path("stations")
    write_stations(folder, int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    paths = sorted(folder.glob("*.csv"))
    summaries = [station_summary(path) for path in paths]
    for path, (warmest, month, coldest, rain, wet) in list(zip(paths, summaries))[::40]:
        print(f"{path.stem}: {warmest:.3f} in month {month}, {coldest:.1f} in a night, {rain:.1f} mm in {wet} hours")
    print(f"coldest night {min(coldest for _, _, coldest, _, _ in summaries):.1f}")


if __name__ == "__main__":
    main()
