def generation(board, height, width):
    following = []
    for y in range(height):
        row = []
        for x in range(width):
            around = 0
            for dy in range(-1, 2):
                for dx in range(-1, 2):
                    around += board[(y + dy) % height][(x + dx) % width]
            around -= board[y][x]
            row.append(1 if around == 3 or (around == 2 and board[y][x] == 1) else 0)
        following.append(row)
    return following


def play(board, height, width, turns):
    for _ in range(turns):
        board = generation(board, height, width)
    return board


def make(height, width):
    return [[(i * i + 3 * j) % 5 // 3 for j in range(width)] for i in range(height)]


for line in play(make(7, 9), 7, 9, 12):
    print("".join(".#"[cell] for cell in line))
print(play(make(3, 3), 2, 2, 3), play(make(3, 3), 0, 2, 2), play(make(2, 2), 2, 0, 2))
try:
    play(make(3, 3), 4, 3, 1)
except IndexError as error:
    print(error)
