"""The sample newsroom: feeds of fictitious outlets about real, past, dated events.

It lets anyone try Mujaz without a token and without the network. It stands alone: it imports
nothing of Mujaz, and serves plain feeds over HTTP.
"""
