# SPDX-License-Identifier: Apache-2.0
"""Parse sensor logs in parallel and write one summary file, in order."""
import csv
import json
import os
import statistics
import sys
from concurrent.futures import ProcessPoolExecutor


def write_logs(folder, count):
    os.makedirs(folder, exist_ok=True)
    names = []
    for number in range(count):
        name = os.path.join(folder, f"sensor{number:03d}.csv")
        with open(name, "w", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(["time", "place", "value"])
            for k in range(3_000):
                value = (k * 7919 + number * 104_729) % 9_973 / 100
                writer.writerow([k * 5, f"room {k % 7}", value])
        names.append(name)
    return names


def summarise(name):
    rooms = {}
    with open(name, newline="") as source:
        for row in csv.DictReader(source):
            rooms.setdefault(row["place"], []).append(float(row["value"]))
    return {
        room: {
            "mean": statistics.fmean(values),
            "median": statistics.median(values),
            "deviation": statistics.pstdev(values),
        }
        for room, values in sorted(rooms.items())
    }


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 360
    names = write_logs("logs", count)
    with open("summary.jsonl", "w") as out, ProcessPoolExecutor() as pool:
        for name, summary in zip(names, pool.map(summarise, names, chunksize=4)):
            out.write(json.dumps({"log": name, "rooms": summary}) + "\n")
    print(f"{count} logs, {os.path.getsize('summary.jsonl')} bytes of summary")


if __name__ == "__main__":
    main()
