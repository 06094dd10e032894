import sys
import types

tools = types.ModuleType("tools")
tools.calls = 0


def weigh(number):
    tools.calls += 1
    return number * tools.calls


tools.weigh = weigh


def main():
    results = []
    for number in range(int(sys.argv[1])):
        total = 0
        for k in range(500):
            total += k * number
        results.append(total + tools.weigh(number))
    print(results)


main()
