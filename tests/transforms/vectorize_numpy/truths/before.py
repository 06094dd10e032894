def mark(board, marks, rows, columns, low):
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            near = board[i - 1][j] + board[i + 1][j] + board[i][j - 1] + board[i][j + 1]
            lonely = 0
            if near < low:
                lonely = 1
            if board[i][j] == 1:
                alive = 1 if near == 2 or near == 3 else 0
            elif near == 3:
                alive = 1
            else:
                alive = lonely if near > 0 else 0
            wrong = near > 3
            if alive == 1:
                wrong = near < 2
            marks[i][j] = alive + 2 * lonely if wrong else alive


def show(rows, columns, low, step):
    board = [[(i * i + 3 * j) // step % 2 for j in range(columns)] for i in range(rows)]
    marks = [[7] * columns for _ in range(rows)]
    mark(board, marks, rows, columns, low)
    print(marks)


show(6, 7, 1, 1)
show(5, 5, 3, 2)
show(4, 9, 0, 3)
show(2, 2, 0, 1)
show(1, 0, 0, 1)
show(0, 0, 0, 1)
