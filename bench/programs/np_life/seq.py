# SPDX-License-Identifier: Apache-2.0
"""Conway's game of life on a board with a dead border, two boards in turns."""
import sys


def first_board(size):
    return [[1 if 0 < i < size - 1 and 0 < j < size - 1 and (i * i + 3 * j) % 7 < 3 else 0 for j in range(size)]
            for i in range(size)]


def generation(board, following, size):
    for i in range(1, size - 1):
        for j in range(1, size - 1):
            neighbours = (
                board[i - 1][j - 1] + board[i - 1][j] + board[i - 1][j + 1]
                + board[i][j - 1] + board[i][j + 1]
                + board[i + 1][j - 1] + board[i + 1][j] + board[i + 1][j + 1]
            )
            if board[i][j] == 1:
                alive = 1 if neighbours == 2 or neighbours == 3 else 0
            else:
                alive = 1 if neighbours == 3 else 0
            following[i][j] = alive


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 380
    board = first_board(size)
    following = [[0] * size for _ in range(size)]
    for turn in range(1, 201):
        generation(board, following, size)
        board, following = following, board
        if turn % 50 == 0:
            print(f"generation {turn:3d}: {sum(map(sum, board))} alive")
    for row in board[:4]:
        print("".join(".#"[cell] for cell in row[:70]))


if __name__ == "__main__":
    main()
