grammar Gabbro;

statement : EOF ;
