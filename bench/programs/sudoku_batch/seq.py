# SPDX-License-Identifier: Apache-2.0
"""Solve a batch of sudokus by backtracking, with the time that each one took."""
import sys
import time

PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    "..53.....8......2..7..1.5..4....53...1..7...6..32...8..6.5....9..4....3......97..",
    "7..1523........92....3.....1....47.8.......6............9...5.6.4.9.7...8....6.1.",
]


def candidates(grid, at):
    row, column = divmod(at, 9)
    used = set(grid[row * 9:row * 9 + 9])
    used.update(grid[column::9])
    corner = row // 3 * 27 + column // 3 * 3
    for k in (0, 9, 18):
        used.update(grid[corner + k:corner + k + 3])
    return [digit for digit in "123456789" if digit not in used]


def solve(grid):
    best, choices = -1, None
    for at in range(81):
        if grid[at] == ".":
            possible = candidates(grid, at)
            if choices is None or len(possible) < len(choices):
                best, choices = at, possible
                if len(possible) < 2:
                    break
    if choices is None:
        return True
    for digit in choices:
        grid[best] = digit
        if solve(grid):
            return True
    grid[best] = "."
    return False


def variant(puzzle, number):
    """The same puzzle with other digits, and mirrored at times."""
    digits = "123456789"
    shift = number % 9
    renamed = puzzle.translate(str.maketrans(digits, digits[shift:] + digits[:shift]))
    return renamed[::-1] if number % 2 else renamed


def solve_puzzle(puzzle):
    grid = list(puzzle)
    if not solve(grid):
        return None
    return "".join(grid)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    began = time.time()
    solved = 0
    for number in range(count):
        start = time.time()
        solution = solve_puzzle(variant(PUZZLES[number % len(PUZZLES)], number))
        if solution is not None:
            solved += 1
        print(f"{number:3d} {solution} in {time.time() - start:.3f} seconds")
    print(f"{solved} of {count} solved in {time.time() - began:.2f} seconds")


if __name__ == "__main__":
    main()
