import sys
import contextlib as io


def error(printed, result):
    print(printed, result)
    total = 0
    for k in range(1, 300):
        total += printed // k
    raised = total
    return raised


def main():
    out = []
    for printed in range(int(sys.argv[1]) if len(sys.argv) > 1 else 20):
        result = error(printed, 5)
        out.append(result)
    print(sum(out))


main()
