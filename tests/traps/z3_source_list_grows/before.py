import sys


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""


class Done(Exception):
    pass


def numbers():
    queue = [1]
    for n in queue:
        yield n
        if len(queue) < SIZE or MODE == "x":
            queue.append(n + 1)


def main():
    for n in numbers():
        print(n, steps(n))
        if n > 100:
            raise Done(n)


try:
    main()
except Done as e:
    print("done", e)
