# The file is opened before the `try`, read in it and closed behind it.
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
for number in range(count):
    with open(f"in{number}", "w") as out:
        out.write("x" * number if number % 5 else "broken 0")

report = ""
for number in range(count):
    source = open(f"in{number}")
    try:
        text = source.read()
        size = len(text) // (0 if "broken" in text else 1)
    except ZeroDivisionError:
        report += str((number, "broken at", source.tell(), source.closed)) + "\n"
    else:
        report += str((number, size)) + "\n"
    finally:
        source.close()
print(report)
