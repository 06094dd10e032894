# SPDX-License-Identifier: Apache-2.0
"""Score hexapawn-like openings with a class whose fields the search reads."""
import sys


class Scorer:
    def __init__(self, size, depth):
        self.size = size
        self.depth = depth
        self.weights = [(n * 5 + 3) % 11 for n in range(size * size)]

    def moves(self, board, player):
        for at, piece in enumerate(board):
            if piece == 0 and (at + player) % 3:
                yield at

    def evaluate(self, board):
        return sum(piece * weight for piece, weight in zip(board, self.weights))

    def search(self, board, player, depth):
        if depth == 0:
            return self.evaluate(board)
        best = None
        for at in self.moves(board, player):
            value = -self.search(board[:at] + (player,) + board[at + 1:], -player, depth - 1)
            if best is None or value > best:
                best = value
        return best if best is not None else self.evaluate(board)

    def score_openings(self):
        empty = (0,) * (self.size * self.size)
        scores = []
        for at in range(len(empty)):
            opening = empty[:at] + (1,) + empty[at + 1:]
            scores.append(-self.search(opening, -1, self.depth))
        return scores


def main():
    depth = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    scorer = Scorer(5, depth)
    scores = scorer.score_openings()
    for row in range(5):
        print(*(f"{score:5}" for score in scores[row * 5:row * 5 + 5]))


if __name__ == "__main__":
    main()
