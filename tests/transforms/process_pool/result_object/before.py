from collections import namedtuple
from dataclasses import dataclass

Move = namedtuple("Move", "square gain")


@dataclass
class Game:
    number: int
    score: int


def play(number):
    score = 0
    for turn in range(40):
        move = Move(turn * number % 64, turn % 5)
        score += move.square % 3 + move.gain
    return Game(number, score)


def main():
    games = []
    for number in range(30):
        games.append(play(number))
    best = max(games, key=lambda game: game.score)
    print(best, games[3])


if __name__ == "__main__":
    main()
