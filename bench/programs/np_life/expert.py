# SPDX-License-Identifier: Apache-2.0
"""Both boards as arrays, the neighbours of all cells by slices."""
import sys

import numpy as np


def first_board(size):
    i = np.arange(size)[:, None]
    j = np.arange(size)
    board = ((i * i + 3 * j) % 7 < 3).astype(np.int64)
    board[[0, -1], :] = 0
    board[:, [0, -1]] = 0
    return board


def generation(board, following):
    neighbours = (
        board[:-2, :-2] + board[:-2, 1:-1] + board[:-2, 2:]
        + board[1:-1, :-2] + board[1:-1, 2:]
        + board[2:, :-2] + board[2:, 1:-1] + board[2:, 2:]
    )
    following[1:-1, 1:-1] = (neighbours == 3) | ((board[1:-1, 1:-1] == 1) & (neighbours == 2))


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 380
    board = first_board(size)
    following = np.zeros_like(board)
    for turn in range(1, 201):
        generation(board, following)
        board, following = following, board
        if turn % 50 == 0:
            print(f"generation {turn:3d}: {board.sum()} alive")
    for row in board[:4].tolist():
        print("".join(".#"[cell] for cell in row[:70]))


if __name__ == "__main__":
    main()
