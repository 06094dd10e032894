# What is made before the `try` is filled below it, and looked at by a handler.
import sys


def steps(number, notes):
    total = 0
    for k in range(2000 + number):
        total += k * number % 7
    notes.append(total)
    if number % 4 == 3:
        raise ValueError(number)
    notes.append("done")
    return total


count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
report = ""
for number in range(count):
    notes = ["begun"]
    try:
        first = steps(number, notes)
        second = steps(number + 1, notes)
    except ValueError as error:
        report += str((number, "failed at", error, notes)) + "\n"
    else:
        report += str((number, first + second)) + "\n"
print(report)
