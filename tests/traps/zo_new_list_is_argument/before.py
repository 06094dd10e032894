import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def turn(board, alias):
    new = []
    if alias:
        board = new
    for k in range(6):
        new.append(slow(k + len(board) + sum(board[:2])))
    return new

def again(board, deep):
    new = []
    if deep:
        again(new, deep - 1)
    for k in range(len(board)):
        new.append(slow(k + len(board)))
    return new

def main(n):
    board = [1, 2, 3]
    for turn_number in range(3):
        board = turn(board, turn_number == n)
    print(board)
    print(again(board, n % 3))

main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
