"""Whether a dict is true depends on what the iterations before put into it."""
import sys


def settle(value, first):
    for step in range(400):
        value = (value * 31 + step) % 1009
    return value if first else -value


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    late = {}
    values = []
    for start in range(count):
        values.append(settle(start, not late))
        if start % 7 == 5:
            late[start] = values[-1]
    print(values)
    print(late)


main()
