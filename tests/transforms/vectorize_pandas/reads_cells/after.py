import pandas as pd


def cells_of_column(table, label):
    """What gives a cell of the column, later from its array; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
    ):
        return None
    if str(table[label].dtype) not in {"int64", "float64", "bool", "object", "str"}:
        return None
    count = len(table)
    asked = 0
    items = None

    def cell(place):
        nonlocal asked, items
        if items is None:
            asked += 1
            if asked == 5:
                items = table[label].to_numpy()
            return table[label].iloc[place]
        if len(globals().get("__warningregistry__", ())) > 1:
            return table[label].iloc[place]
        if type(place) is int and -count <= place < count:
            return items[place]
        return table[label].iloc[place]

    return cell


def cells_of_column_2(table, label):
    """What gives a cell of the column, later from its array; or None."""
    if (
        len(globals().get("__warningregistry__", ())) > 1
        or type(table) is not pd.DataFrame
        or type(table.columns) is not pd.Index
        or not table.columns.is_unique
        or {*map(type, table.columns)} != {str}
        or label not in table.columns
        or type(table.index) is not pd.RangeIndex
        or (table.index.start, table.index.step) != (0, 1)
    ):
        return None
    if str(table[label].dtype) not in {"int64", "float64", "bool", "object", "str"}:
        return None
    count = len(table)
    asked = 0
    items = None

    def cell(place):
        nonlocal asked, items
        if items is None:
            asked += 1
            if asked == 5:
                items = table[label].to_numpy()
            return table.at[place, label]
        if len(globals().get("__warningregistry__", ())) > 1:
            return table.at[place, label]
        if type(place) is int and 0 <= place < count:
            return items[place]
        return table.at[place, label]

    return cell


def number_sessions(visits):
    sessions = []
    session = 0
    cell_of_visits_user = cells_of_column(visits, "user")
    cell_of_visits_second = cells_of_column(visits, "second")
    cell_of_visits_user_2 = cells_of_column_2(visits, "user")
    for i in range(len(visits)):
        if i > 0:
            if (cell_of_visits_user(i) if cell_of_visits_user else visits["user"].iloc[i]) != (cell_of_visits_user(i - 1) if cell_of_visits_user else visits["user"].iloc[i - 1]):
                session += 1
            elif (cell_of_visits_second(i) if cell_of_visits_second else visits["second"].iloc[i]) - (cell_of_visits_second(i - 1) if cell_of_visits_second else visits["second"].iloc[i - 1]) > 1800:
                session += 1
        sessions.append((session, (cell_of_visits_user_2(i) if cell_of_visits_user_2 else visits.at[i, "user"])))
    return sessions


count = 60
visits = pd.DataFrame({"user": [f"u{i // 7}" for i in range(count)], "second": [i * i * 7 for i in range(count)]})
print(number_sessions(visits))
print(number_sessions(visits[:5]), number_sessions(visits[:0]))
try:
    print(number_sessions(visits[20:]))
except KeyError as error:
    print(repr(error))
