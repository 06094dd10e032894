# SPDX-License-Identifier: Apache-2.0
"""Ask many devices for their state, one after the other. Every answer takes a while."""
import sys
import time


def ask(device):
    delay = 0.01 + device * 7919 % 41 / 1000
    time.sleep(delay)
    if device % 23 == 11:
        return "no answer"
    return f"{device * 37 % 100} %"


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 160
    states = {}
    for device in range(count):
        states[f"device-{device:03d}"] = ask(device)
    silent = [name for name, state in states.items() if state == "no answer"]
    for name, state in list(states.items())[:5]:
        print(f"{name}: {state}")
    print(f"{len(silent)} of {count} silent: {', '.join(silent)}")


if __name__ == "__main__":
    main()
