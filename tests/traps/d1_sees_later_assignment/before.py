import sys
import time


def ask(n):
    time.sleep(0.001)
    return n * n


def store(number):
    value = ask(number)
    label = "early"

    def line():
        return f"{label} {number} {value}\n"

    text = line()
    with open("all.txt", "a") as out:
        out.write(text)
        label = "late"
        out.write(line())
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
for number in range(size):
    print(store(number))
print(open("all.txt").read())
