import time

PAUSE = 0.01


def measure(station):
    """Stands in for a slow instrument."""
    time.sleep(PAUSE)
    return station * 7 % 11


def report(stations):
    total = 0
    for station in stations:
        value = measure(station)
        if value > 8:
            print(f"station {station}: {value}")
        total += value
    return total


def main():
    print("total", report(range(20)))


if __name__ == "__main__":
    main()
