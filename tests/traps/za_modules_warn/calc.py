def ratio(total, least):
    return total / least
