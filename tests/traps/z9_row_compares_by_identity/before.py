import sys


def burn(n):
    value = n
    for _ in range(300):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
class Team:
    def __init__(self, n):
        self.n = n


teams = [Team(i) for i in range(max(size, 2))]
favourite = teams[0]


def strength(team):
    total = 0
    for i in range(200):
        total = (total * 31 + i + team.n) % 1000003
    return total + (1 if team == favourite else 0)


home = teams[0]
away = teams[1]
a = strength(home)
b = strength(away)
print(a, b)
