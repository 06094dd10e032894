import sys
import time


def ask(number):
    time.sleep(0.001)
    return number * 3 % 7


def table(number):
    time.sleep(0.001)
    return {"rows": [[number, number + 1], [ask(number)]]}


def mixed(number):
    if not ask(number) or -ask(number) < -5:
        return [ask(number) if number % 2 else ask(number + 1)]
    low, *rest = table(number)["rows"][0][::-1]
    power = 2 ** ask(1) + ask(2) ** 2
    found = [ask(k) for k in rest if ask(k)]
    return low, power, found, "%d" % ask(3), table(number)["rows"].pop()[0]


def collect(count):
    lines = []
    for number in range(count):
        lines.append(str(mixed(number))[1:-1].split(", "))
    return lines, {k: ask(k) for k in range(3)}


for line in collect(int(sys.argv[1])):
    print(line)
