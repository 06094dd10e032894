import sys
import time

log = []


def ask(number):
    log_line = f"asked {number % 3}"
    time.sleep(0.005)
    return log_line, number % 3


def refined(number):
    line, rest = ask(number)
    if rest:
        return refined_again(number, line)
    return line


def refined_again(number, line):
    return line + " and " + ask(number + 1)[0]


def report(count):
    for number in range(count):
        log.append(refined(number))
    return [line for line in log if "and" in line]


def main():
    return report(int(sys.argv[1])), len(log)


print(main(), log)
