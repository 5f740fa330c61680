import 'virtual:theme.css';
import './app/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { giveNonce } from './app/nonce.ts';

const place = document.querySelector('#console');
if (place === null) throw new Error('index.html has no #console');
giveNonce();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
