"""Lays out a stand: asks where its systems are and what may be done there, writes its file and begins its people's."""
