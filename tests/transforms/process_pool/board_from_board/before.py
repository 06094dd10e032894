def neighbours(board, y, x):
    size = len(board)
    return sum(
        board[(y + dy) % size][(x + dx) % size]
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
        if dx or dy
    )


def step(board):
    following = []
    for y in range(len(board)):
        row = []
        for x in range(len(board)):
            count = neighbours(board, y, x)
            row.append(count == 3 or (count == 2 and board[y][x]))
        following.append(row)
    return following


def main():
    board = [[(x * 7 + y * 3) % 5 == 0 for x in range(12)] for y in range(12)]
    for _ in range(3):
        board = step(board)
    for row in board:
        print("".join(".#"[cell] for cell in row))


if __name__ == "__main__":
    main()
